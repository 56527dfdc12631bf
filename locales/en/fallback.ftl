### When nothing else fits.

# $thing: what was sent instead of text.
only-text =
    { $thing ->
        [photo] I cannot look at pictures, and I have not kept yours. Please write your question.
        [voice] I cannot listen, and I have not kept your message. Please write your question.
        [sticker] Nice one! I understand only words, though. What would you like to know?
        [document] I cannot read files, and I have not kept yours. Please write your question.
        [video] I cannot watch videos, and I have not kept yours. Please write your question.
        [location] I have not kept where you are. You can choose your time zone in /settings.
        [contact] I have not kept that contact. Please write your question.
       *[other] I understand only words. Please write your question.
    }
stale = That button is from another time. Here is the menu of today:
# $command: what was typed, with its slash.
unknown-command = I do not know { $command }. The menu shows what I can do, or just ask in your own words.
not-for-you = That is for the community's coordinators only.
# $contact: an address, or "none".
broken =
    { $contact ->
        [none] Something in me broke while I worked on your message. It is kept, and the people behind this bot will look at it. Everything else works: here is the menu.
       *[other] Something in me broke while I worked on your message. It is kept, and the people behind this bot will look at it ({ $contact }). Everything else works: here is the menu.
    }
