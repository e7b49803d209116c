import { BadRequestException } from '@nestjs/common';

/** A query that cannot be understood. */
export class CqlError extends BadRequestException {
  /** `place` counts characters from 1. */
  constructor(fault: string, place: number) {
    super(`Could not parse cql: ${fault}, at character ${place.toString()}.`);
  }
}
