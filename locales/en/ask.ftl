### Answers to what people write in their own words.

# For a message that tells of a child who may be at risk.
safeguarding =
    Thank you for caring about this. <b>This bot is no reporting channel</b>: no person reads it as a report, and it cannot help a child. What you wrote is not kept. Please write no names and no details here.

    Please turn now to people near you who can act:
    • the child protection focal point or the case management agency where you are
    • your organisation's safeguarding focal point, also where a colleague may be involved

    They will listen and tell you what happens next. It is not for you to investigate or to be sure.
safeguarding-danger = <b>If a child is in danger right now</b>, call the local emergency services first, or the nearest people you trust to protect the child without putting anyone at greater risk.
