### Les veilles : prévenir quand il y a quelque chose sur une question restée sans réponse.

watch-button = 🔔 Me prévenir quand il y en aura
watch-set = 🔔 Je vous préviendrai dès qu’il y aura quelque chose à ce sujet. D’ici là, je conserve vos mots :
watch-already = Vous attendez déjà une réponse à cette question.
# $most : un nombre de questions.
watches-enough = C’est tout ce que je peux surveiller pour vous ({ $most } au plus). Retirez-en une, puis touchez à nouveau.
watches-button = 🔔 Veilles
watches-title = <b>🔔 Ce que vous attendez</b>
watches-none = Rien pour le moment. Quand je ne trouve rien sur une question, vous pouvez me demander de vous prévenir dès qu’il y aura quelque chose.
watches-kept = Je conserve ces mots jusqu’à ce qu’il y ait quelque chose, ou jusqu’à ce que vous les retiriez.
# $words : une question telle que la personne l’a écrite.
watch-entry = <b>{ $number }.</b> { $words }
# $number : celui de la question à retirer.
watch-drop-button = ✕ { $number }
watch-gone = Cette veille n’est plus conservée. Merci de poser à nouveau votre question.
watch-came-true = 🔔 <b>Il y a quelque chose sur votre question :</b>
watch-spent = Je ne surveille plus cette question, et j’efface vos mots dans une semaine. Ou dois-je vous prévenir aussi la prochaine fois ?
keep-watching-button = 🔔 Continuer la veille
