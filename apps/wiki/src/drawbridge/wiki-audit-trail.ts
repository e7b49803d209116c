import { Injectable } from '@nestjs/common';
import { isStored, OnProviderEvent, type ProviderEvent } from 'nestjs-drawbridge/oauth-provider';
import { AuditService } from '../audit/audit.service.js';

/** Writes what happens to application links into the wiki's own audit log too. */
@Injectable()
export class WikiAuditTrail {
  constructor(private readonly audit: AuditService) {}

  @OnProviderEvent()
  async write(event: ProviderEvent): Promise<void> {
    if (!isStored(event)) return;
    const words = event.type.replace(/[.-]/g, ' ') + ('trial' in event.details ? ' (trial)' : '');
    await this.audit.write({
      at: event.at,
      actorId: event.actorId,
      category: 'Application links',
      summary: words.charAt(0).toUpperCase() + words.slice(1),
      affected: event.clientId ?? '',
      address: event.address?.slice(0, 64) ?? null,
    });
  }
}
