"""The header stands alone, as C11 and as C++; the library exports dateline_*
and nothing else."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def compile_header(language, standard, compiler):
    subprocess.run([compiler, '-x', language, f'-std={standard}', '-Wall',
                    '-Wextra', '-pedantic', '-Werror', '-fsyntax-only', '-'],
                   input=b'#include "dateline.h"\nint main(void)'
                         b'{return dateline_version()[0] == 0;}\n',
                   cwd=ROOT, check=True)


def exported(archive):
    with tempfile.TemporaryDirectory() as folder:
        library = f'{folder}/all.so'
        subprocess.run(['gcc', '-shared', '-o', library,
                        '-Wl,--whole-archive', archive,
                        '-Wl,--no-whole-archive'], check=True)
        lines = subprocess.run(['nm', '-D', '--defined-only', library],
                               stdout=subprocess.PIPE, check=True).stdout
    return [line.split()[2] for line in lines.decode().splitlines()]


def main():
    compile_header('c', 'c11', 'gcc')
    compile_header('c++', 'c++17', 'g++')
    archive = pathlib.Path(sys.argv[1]).parent / 'libdateline.a'
    names = exported(str(archive))
    strange = [n for n in names if not n.startswith('dateline_')]
    print(len(names), 'exported;', 'strange:', strange)
    sys.exit(1 if strange or len(names) < 8 else 0)


if __name__ == '__main__':
    main()
