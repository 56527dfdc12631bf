### What is offered where somebody types the bot's name in any chat.

# Above the results, for what tells of a child who may be at risk: it opens the private chat.
inline-safeguarding = Worried about a child? Please open this
# The same where nothing fits.
inline-nothing = Nothing found – ask me in private
# Below a card that somebody shared.
inline-open = 💬 Ask the bot
