"""A Bot API server on this machine and a chat page: the bot without Telegram."""

from bot.sandbox.clock import SandboxClock
from bot.sandbox.messages import Message
from bot.sandbox.people import PERSONAS, Person
from bot.sandbox.rates import Rates
from bot.sandbox.sandbox import Sandbox

__all__ = ["PERSONAS", "Message", "Person", "Rates", "Sandbox", "SandboxClock"]
