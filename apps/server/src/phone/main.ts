import { parseArgs } from "node:util";
import { openChat } from "./chat.ts";
import { runTerminal } from "./terminal.ts";

const { values } = parseArgs({
  options: {
    simulator: { type: "string", default: "http://127.0.0.1:4281" },
    as: { type: "string", default: "31612345678" },
    name: { type: "string", default: "Ann" },
    help: { type: "boolean", short: "h", default: false },
  },
});

const help = `Talk to a flow as a person with WhatsApp would.

  npm run phone -- [--as <number>] [--name <name>] [--simulator <url>]
`;

if (values.help) console.log(help);
else {
  try {
    const chat = await openChat({
      simulatorUrl: values.simulator,
      waId: values.as.replace(/^\+/, ""),
      name: values.name,
    });
    await runTerminal(chat, { input: process.stdin, output: process.stdout });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
