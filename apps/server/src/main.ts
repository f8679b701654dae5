import { readConfig } from "./config.ts";
import { createLog, type Log } from "./log.ts";
import { runProgram } from "./run-program.ts";
import { type Server, startServer } from "./server.ts";
import { StartError } from "./start-error.ts";

const oldestNode = 24;
/** A stop that takes longer is ended hard; what is not finished is in the store. */
const stopDeadlineMs = 30_000;

await runProgram(main);

async function main(): Promise<void> {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < oldestNode) {
    throw new StartError(
      `Parley needs Node ${oldestNode} or later; this is ${process.version}. "npm start" brings its own.`,
    );
  }
  const config = readConfig(process.env);
  const log = createLog(config.log);
  const server = await startServer(config, log);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(server, log));
  // Whoever reads this may stop the server at once.
  console.log(config.log.format === "pretty" ? welcome(server) : listening(server));
}

async function stop(server: Server, log: Log): Promise<void> {
  log.info("stopping: no new events, commits and sends finish");
  setTimeout(() => {
    log.error("The stop took too long and was ended; what was not finished is stored.");
    process.exit(1);
  }, stopDeadlineMs).unref();
  try {
    await server.stop();
    log.info("stopped");
  } catch (error) {
    log.error({ err: error }, "The stop failed.");
    process.exitCode = 1;
  }
}

/** Programs that start the server wait for this line, whatever the log level is. */
function listening({ url, simulatorUrl: simulator }: Server): string {
  return JSON.stringify({ msg: "listening", url, simulator });
}

function welcome({ url, simulatorUrl }: Server): string {
  if (simulatorUrl === undefined)
    return `\nParley runs at ${url}; draw flows there. Its webhook URL: <public address>/webhooks/cloud-api/default\n`;
  return `
Parley runs at ${url} with a gateway simulator at ${simulatorUrl}.
The flow "order-status" is live. Open ${url} in a browser to see it, change it and talk to it.
Or talk to it from another terminal:

    npm run phone${simulatorUrl === "http://127.0.0.1:4281" ? "" : ` -- --simulator ${simulatorUrl}`}

Look at what happened:

    curl ${url}/api/conversations
`;
}
