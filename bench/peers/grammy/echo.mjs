// The smallest echo bot on grammY with its runner.
import { run, sequentialize } from "@grammyjs/runner";
import { Bot } from "grammy";

const bot = new Bot(process.env.TELEGRAM_TOKEN, {
  client: { apiRoot: process.env.TELEGRAM_API },
});
bot.use(sequentialize((context) => String(context.chat.id)));
bot.on("message:text", (context) => context.reply(context.message.text));
const runner = run(bot);
process.once("SIGTERM", () => runner.stop());
