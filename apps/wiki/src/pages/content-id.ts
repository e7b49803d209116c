import { NotFoundException } from '@nestjs/common';

const largest = 2_147_483_647;

/** The number in a path or a field. Throws NotFoundException for anything that can be no id. */
export function contentId(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Infinity;
  if (id > largest) throw new NotFoundException('There is no such page.');
  return id;
}
