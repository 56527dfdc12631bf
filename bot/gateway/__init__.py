"""The only room that knows Telegram: intake, decode, callbacks, render, client."""

import sys

# python-telegram-bot brings httpx in, which nothing here uses; its command line would load three
# more libraries at every start and hold 4 MB. httpx does without what cannot be imported.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
