// A register that is being served: the one that DEPOSITARY_URL names, or a demonstration started for the occasion.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../target/release/depositary", import.meta.url));

/** Where the register answers, and how to stop it. */
export async function startRegister() {
  const given = process.env.DEPOSITARY_URL;
  if (given) return { url: given.replace(/\/+$/, ""), stop: async () => {} };

  const dir = await mkdtemp(join(tmpdir(), "depositary-demo-"));
  const command = spawn(COMMAND, ["demo", "--dir", dir, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    if (command.exitCode === null && command.signalCode === null) {
      const ended = once(command, "exit");
      command.kill("SIGINT");
      await ended;
    }
    await rm(dir, { recursive: true, force: true });
  };
  try {
    return { url: await printedAddress(command), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first address that the command prints; it goes on running. */
async function printedAddress(command) {
  const failed = once(command, "error").then(([error]) => {
    throw error;
  });
  const printed = (async () => {
    const lines = createInterface({ input: command.stdout });
    for await (const line of lines) {
      const [address] = line.match(/http:\/\/[^\s/]+/) ?? [];
      if (address) {
        command.stdout.resume();
        return address;
      }
    }
    throw new Error(`${COMMAND} printed no address`);
  })();
  return Promise.race([printed, failed]);
}
