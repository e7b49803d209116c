import { Controller, Get, Param } from '@nestjs/common';
import { NamePipe } from '../http/name.pipe.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { PeopleService } from '../people/people.service.js';
import { personModel } from './person-model.js';
import { PersonPage } from './person.page.js';

/** People, as everybody may see them. */
@HtmlPages()
@Controller('people')
export class PeoplePagesController {
  constructor(private readonly people: PeopleService) {}

  @Get(':username')
  async person(@Param('username', NamePipe) username: string): Promise<WikiPage> {
    const person = await this.people.byUsername(username);
    const [user] = await this.people.withLevels([person]);
    return {
      title: person.displayName,
      frame: { kind: 'plain' },
      content: <PersonPage {...personModel(person, user)} />,
    };
  }
}
