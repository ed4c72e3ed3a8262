"""Takes the README's picture of the page: samples/wire.html as Chromium shows
it, one headline chosen.

    picture.py BINARY samples/wire.png"""
import pathlib
import sys

import judge
from browser import Browser
from selenium.webdriver.common.by import By


def main():
    binary, path = sys.argv[1:]
    data = judge.run(binary, '--to', 'html', '--date', '2024-03-12',
                     'samples/wire.txt')
    with Browser() as window:
        window.dark(False)
        window.size(1120, 760)
        window.open(data)
        window.driver.find_element(By.CSS_SELECTOR, '.e h4 a').click()
        window.run('document.activeElement.blur()')
        pathlib.Path(path).write_bytes(window.picture())


if __name__ == '__main__':
    main()
