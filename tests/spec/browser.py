"""Headless Chromium for the tests of the page and for the README's picture:
python3-selenium, chromium and chromium-driver of Debian. tests/CMakeLists.txt
leaves the test out where the system has no browser; .ci/run insists on it."""
import base64
import json
import pathlib
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
         '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync',
         '--disable-dev-shm-usage', '--hide-scrollbars',
         '--force-color-profile=srgb', '--disable-lcd-text']
WIDE = (1280, 900)
PHONE = (390, 844)


class Browser:
    """One window; use it with `with`. Pages are files of its own folder."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        options = Options()
        for flag in FLAGS + [f'--user-data-dir={self.root / "profile"}']:
            options.add_argument(flag)
        options.set_capability('goog:loggingPrefs',
                               {'browser': 'ALL', 'performance': 'ALL'})
        self.driver = webdriver.Chrome(
            options=options, service=Service('/usr/bin/chromedriver'))
        self.driver.set_page_load_timeout(120)
        self.driver.set_script_timeout(120)
        self.size(*WIDE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()
        self.folder.cleanup()

    def tell(self, method, **parameters):
        return self.driver.execute_cdp_cmd(method, parameters)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def size(self, width, height):
        self.tell('Emulation.setDeviceMetricsOverride', width=width,
                  height=height, deviceScaleFactor=1, mobile=False)

    def dark(self, dark):
        value = 'dark' if dark else 'light'
        self.tell('Emulation.setEmulatedMedia', features=[
            {'name': 'prefers-color-scheme', 'value': value},
            {'name': 'prefers-reduced-motion', 'value': 'reduce'}])

    def scripts(self, run):
        self.tell('Emulation.setScriptExecutionDisabled', value=not run)

    def open(self, data, name='page.html'):
        """Shows these bytes as a file and gives its address."""
        path = self.root / name
        path.write_bytes(data)
        self.driver.get('about:blank')
        self.faults()
        self.requests()
        self.driver.get(path.as_uri())
        return path.as_uri()

    def faults(self):
        """What the console has said since it was last asked."""
        return [entry['message'] for entry in self.driver.get_log('browser')]

    def requests(self):
        """Addresses that were asked for since last time."""
        out = []
        for entry in self.driver.get_log('performance'):
            message = json.loads(entry['message'])['message']
            if message['method'] == 'Network.requestWillBeSent':
                out.append(message['params']['request']['url'])
        return out

    def picture(self):
        return base64.b64decode(self.tell('Page.captureScreenshot')['data'])

    def paper(self):
        """The page as PDF."""
        result = self.tell('Page.printToPDF', preferCSSPageSize=True)
        return base64.b64decode(result['data'])
