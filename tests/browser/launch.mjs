// A browser that listens on a port, for tools that bring no browser of their own.
import { browser } from "./site.mjs";

/** Starts it; `port` is where it listens for the DevTools protocol. */
export async function launch() {
  const { instance, close } = await browser();
  return { port: Number(new URL(instance.wsEndpoint()).port), close };
}
