import { BadRequestException, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Person } from './person.entity.js';
import { isOffered, type ReadingChoice } from './reading-choice.js';
import { type SignedInUser } from './signed-in-user.js';

/** Keeps the language and the time zone that people choose for themselves. */
@Injectable()
export class ReadingChoices {
  constructor(private readonly database: DataSource) {}

  /** @throws BadRequestException for what is not offered. */
  async choose(user: SignedInUser, choice: ReadingChoice): Promise<void> {
    if (!isOffered(choice)) throw new BadRequestException('Choose a language and a time zone of the lists.');
    const { language, timeZone } = choice;
    await this.database.manager.update(Person, { id: user.id }, { language, timeZone });
  }
}
