/** A plugin that writes the licences of all that the page is built from beside it, as they ask. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

export function licences(): Plugin {
  return {
    name: "licences",
    generateBundle() {
      const roots = new Set([...this.getModuleIds()].map((id) => PACKAGE.exec(id.replaceAll("\\", "/"))?.[1]).filter((root): root is string => !!root && existsSync(join(root, "package.json"))));
      const told = [...roots].map(toldOf).sort();
      this.emitFile({ type: "asset", fileName: "licences.txt", source: `The page is built from these works; each stands under its own licence.\n\n${told.join(`\n\n${"-".repeat(80)}\n\n`)}\n` });
    },
  };
}

function toldOf(root: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf-8")) as Record<string, string>;
  const file = readdirSync(root).find((one) => /^licen[cs]e(\.(txt|md))?$/i.test(one));
  return `${name} ${version}, ${license}\n\n${file ? readFileSync(join(root, file), "utf-8").trim() : "(the package holds no text of its licence)"}`;
}
