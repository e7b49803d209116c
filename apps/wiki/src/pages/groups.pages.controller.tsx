import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { GroupsService } from '../groups/groups.service.js';
import { NamePipe } from '../http/name.pipe.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { groupOfLevel, levels } from '../people/level.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { attempt, type Fault, invalid } from './fault.js';
import { formLine } from './form-text.js';
import { GroupPage } from './group.page.js';
import { GroupsPage } from './groups.page.js';
import { startOf } from './pager.js';

/** Groups, for administrators. */
@HtmlPages()
@NeedsLevel('ADMIN')
@Controller('admin/groups')
export class GroupsPagesController {
  constructor(private readonly groups: GroupsService) {}

  @Get()
  async all(@Query('start') start: unknown): Promise<WikiPage> {
    return this.list(startOf(start));
  }

  @Post()
  async create(@Body() body: unknown, @SignedIn() actor: SignedInUser): Promise<WikiPage | SeeOther> {
    const name = formLine(body, 'name').toLowerCase();
    const fault = faultIn(name) ?? (await attempt(() => this.groups.create(name, actor)));
    return fault ? this.list(0, { name, fault }) : new SeeOther(`/admin/groups/${encodeURIComponent(name)}`);
  }

  @Get(':name')
  async one(@Param('name', NamePipe) name: string, @Query('start') start: unknown): Promise<WikiPage> {
    const pager = await this.groups.members(name, { start: startOf(start), limit: 100 });
    return {
      title: name,
      frame: { kind: 'admin', current: 'groups' },
      content: <GroupPage name={name} members={pager.results} pager={pager} />,
    };
  }

  private async list(start: number, refused?: { name: string; fault: Fault }): Promise<WikiPage> {
    const pager = await this.groups.list({ start, limit: 100 });
    const sizes = await this.groups.sizes();
    const groups = pager.results.map(({ name }) => ({
      name,
      members: sizes.get(name) ?? 0,
      level: levels.find((level) => groupOfLevel[level] === name) ?? null,
    }));
    const shown = refused && { name: refused.name, fault: refused.fault.message };
    return {
      title: 'Groups',
      frame: { kind: 'admin', current: 'groups' },
      status: refused?.fault.status ?? 200,
      content: <GroupsPage groups={groups} pager={pager} refused={shown} />,
    };
  }
}

const faultIn = (name: string): Fault | null =>
  /^[^\p{Cc}/\\]{1,255}$/u.test(name)
    ? null
    : invalid('Give the group a name of 1 to 255 characters, without slashes.');
