import { test as base, type TestInfo } from "@playwright/test";
import { makeDataFolder } from "./data-folder.ts";
import { createPhone, type Phone } from "./phone.ts";
import { businessNumber, type Server, startServer } from "./server.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "./simulator.ts";
import { readStories, type Story } from "./story.ts";

/** A server with data of its own, and the people around it. */
export type World = {
  readonly simulator: Simulator;
  readonly server: Server;
  /** A person with WhatsApp; another for every number, the same for the same one. */
  readonly phone: (waId?: string) => Phone;
  /** What happened in each conversation, the first one first. */
  readonly stories: () => Promise<readonly Story[]>;
};

/** What a test may set by `test.use`. */
export type WorldOptions = {
  /** Settings of the server. */
  readonly serverEnv: Readonly<Record<string, string>>;
  readonly simulatorOptions: SimulatorOptions;
};

/** Playwright's `test`, with a world for each test. */
export const test = base.extend<WorldOptions & { readonly world: World }>({
  serverEnv: [{}, { option: true }],
  simulatorOptions: [{}, { option: true }],
  world: async ({ serverEnv, simulatorOptions }, use, testInfo) => {
    await using data = await makeDataFolder();
    await using simulator = await startSimulator(simulatorOptions);
    await using server = await startServer({ dataDir: data.path, simulator, env: serverEnv });
    const phones = new Map<string, Phone>();
    await use({
      simulator,
      server,
      stories: () => readStories(server.api),
      phone: (waId = "31612345678") => {
        const { phoneNumberId } = businessNumber;
        const phone = phones.get(waId) ?? createPhone(simulator.control, { waId, phoneNumberId });
        phones.set(waId, phone);
        return phone;
      },
    });
    if (testInfo.status !== testInfo.expectedStatus) await attachOutputs(testInfo, { server, simulator });
  },
});

async function attachOutputs(testInfo: TestInfo, processes: Record<string, { output(): string }>): Promise<void> {
  for (const [name, process] of Object.entries(processes)) {
    await testInfo.attach(`output of the ${name}`, { body: process.output(), contentType: "text/plain" });
  }
}
