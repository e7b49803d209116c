import { type INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/** A provider of a library that does not offer it to hosts, by the name of its class. */
export function innerProvider<T>(app: INestApplication, name: string): T {
  const providers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
  const found = providers.find((provider) => provider.name === name);
  if (!found) throw new Error(`There is no provider ${name} any more.`);
  return found.instance as T;
}
