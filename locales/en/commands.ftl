### The command menu.

# Shown beside a command in Telegram's menu. $name: the command without its slash.
command =
    { $name ->
        [start] Start here
        [webinars] Webinars, coming and recorded
        [packages] Training packages
        [news] News of the community
        [opportunities] What you can join or apply for
        [about] Who we are
        [help] What you can ask
        [settings] Language, time zone, interests
        [language] Change the language
        [cancel] Leave what you began
        [questions] Questions that members passed on
        [gaps] What members asked in vain
       *[status] How the bot is doing
    }

# The same things as buttons of the menu. $command: the command without its slash.
command-button =
    { $command ->
        [webinars] 🎥 Webinars
        [packages] 📦 Packages
        [news] 📰 News
        [opportunities] 🌱 Opportunities
        [about] ℹ️ About us
       *[help] ❓ Help
    }
