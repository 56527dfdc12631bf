### The hello, the menu, what the bot is about and how it helps.

# $name: what the community calls the bot.
welcome = 👋 <b>Welcome to { $name }.</b>
# Behind a card, for somebody who came by a link. $name: what the community calls the bot.
hello-short = 👋 This is <b>{ $name }</b>. Ask me in your own words, or see the menu. I can remember your interests and time zone if you agree.

consent =
    <b>What is kept about you.</b> Your Telegram id and the language you choose. If you agree, also your interests, your time zone, the language of your Telegram and what you ask me to watch for, so that lists, dates and what I send fit you.
    What you ask is read by this program to answer you, and erased once it is answered; nobody else sees it. A question on which I find nothing is kept for two days at most, so that you can have me watch for it or pass it on; a count of it stays, with no name and no number, so that coordinators learn what is missing. For a short while I remember which items I showed you last, so that you can ask on. Only a message over which the program fails is kept, so that the people behind it can find the fault. You can erase your choices at any time in /settings.
    This is no place to report about a child: please write no names or stories of children here.

agree-button = ✅ I agree
not-now-button = Not now, just look around
languages-button = 🌐 Language
start-button = Read and agree

consent-given = ✅ Thank you. Your choices are kept until you erase them in /settings.
consent-declined = All right: nothing but the language is kept. You can change your mind with /start.
consent-needed = To remember this I need your agreement first.

# $name: what the community calls the bot.
menu =
    <b>{ $name }</b>
    Choose below, or just ask in your own words: “When is the next webinar?”

menu-button = ☰ Menu
private-button = 💬 Open the private chat

# $name: what the community calls the bot.
group-hello =
    👋 I am <b>{ $name }</b>. In this group I answer when you mention me, reply to me or use a command, such as /webinars. Everything personal goes on in the private chat.
personal = That is personal, so let us go on in the private chat.

# $name: what the community calls the bot.
about = <b>{ $name }</b>
# $contact: an address that the community's people gave.
about-contact = Questions to the people behind it: { $contact }

help =
    <b>You can ask in your own words</b>, in English, French, Spanish or Arabic:
    “the webinar on boys”, “training on case management”, “news of February”.
    Then ask on: “the second one”, “when?”, “and in French?”

    <b>Or use a command:</b>
    /webinars – coming and recorded
    /packages – training packages
    /news – the bulletins; <code>/news CPMS</code> finds a word
    /opportunities – what you can join or apply for
    /settings – language, time zone, interests, erasing your data
    /cancel – leave what you began

    Dates, links and languages come from the community's own pages. What these do not say, I do not know.
