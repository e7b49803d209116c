import { type Translation } from './catalogue.js';
import { type en } from './en.js';

/** German. */
export const de: Translation<typeof en> = {
  'scope.READ.name': 'Lesen',
  'scope.READ.title': 'Inhalte anzeigen',
  'scope.READ.sentence': 'Die Bereiche, Seiten und Kommentare sehen, die auch Sie sehen können, sowie Ihr Profil.',
  'scope.WRITE.name': 'Schreiben',
  'scope.WRITE.title': 'Inhalte erstellen, ändern und löschen',
  'scope.WRITE.sentence': 'Bereiche, Seiten und Kommentare ändern, wo auch Sie es können, und neue hinzufügen.',
  'scope.ADMIN.name': 'Administration',
  'scope.ADMIN.title': 'Das Wiki administrieren',
  'scope.ADMIN.sentence':
    'Personen, Gruppen und die meisten Einstellungen verwalten. Sicherungen und das System selbst bleiben unzugänglich.',
  'scope.SYSTEM_ADMIN.name': 'Systemadministration',
  'scope.SYSTEM_ADMIN.title': 'Das gesamte System administrieren',
  'scope.SYSTEM_ADMIN.sentence': 'Alles, was es gibt, einschließlich Sicherungen und Systemeinstellungen.',

  'error.forDevelopers': 'Für die Entwicklung der Anwendung',
  'error.notWorked': 'Das hat nicht geklappt',
  'error.forbidden': 'Sie dürfen diese Seite nicht sehen',
  'error.notFound': 'Diese Seite gibt es nicht',
  'error.conflict': 'Jemand war schneller',
  'error.broken': 'Etwas ist schiefgegangen',
  'error.broken.text':
    'Das Wiki konnte nicht antworten. Die Einzelheiten stehen in seinem Log. Bitte versuchen Sie es noch einmal oder wenden Sie sich an Ihre Administration.',
  'error.storageAway': 'Einen Moment, bitte',
  'error.storageAway.text':
    'Das Wiki kann seine Datenbank gerade nicht erreichen. Es ist nichts verloren gegangen. Bitte versuchen Sie es gleich noch einmal.',
  'error.throttled': 'Eine kurze Pause, bitte',
  'error.throttled.text':
    'Mehrere Antworten nacheinander konnten nicht angenommen werden, deshalb warten wir einen Moment bis zur nächsten. Es ist nichts verloren gegangen. Bitte versuchen Sie es in {seconds, plural, one {# Sekunde} other {# Sekunden}} noch einmal.',
  'error.unreadable.text':
    'Das Wiki konnte nicht lesen, was ihm gesendet wurde. Bitte gehen Sie dorthin zurück, wo Sie hergekommen sind, und versuchen Sie es noch einmal.',

  'authorize.refused': 'Diese Anwendung kann nicht zugelassen werden',
  'authorize.noClient':
    'Die Anwendung hat nicht angegeben, wer sie ist. Deshalb kann das Wiki Sie nicht nach ihr fragen.',
  'authorize.severalClients':
    'Die Anwendung hat mehr als einmal angegeben, wer sie ist. Deshalb kann das Wiki Sie nicht nach ihr fragen.',
  'authorize.notLinked':
    'Diese Anwendung ist nicht mit diesem Wiki verknüpft. Vielleicht wurde ihre Verknüpfung gelöscht, oder sie gehört zu einem anderen Wiki.',
  'authorize.noAddress':
    'Die Anwendung hat nicht angegeben, wohin Sie danach weitergeleitet werden sollen. Deshalb hat das Wiki hier angehalten.',
  'authorize.severalAddresses':
    'Die Anwendung hat mehr als eine Adresse angegeben, zu der Sie weitergeleitet werden sollen. Deshalb hat das Wiki hier angehalten.',
  'authorize.wrongAddress':
    'Die Anwendung möchte Sie zu einer Adresse weiterleiten, die nicht für sie registriert ist. Deshalb hat das Wiki hier angehalten.',
  'authorize.advice':
    'Von Ihnen wurde nichts weitergegeben. Beginnen Sie in der Anwendung noch einmal von vorn. Wenn diese Seite wieder erscheint, teilen Sie dem Betreiber der Anwendung oder Ihrer Administration mit, was unten steht.',
  'authorize.advice.trick':
    'Von Ihnen wurde nichts weitergegeben. Wenn eine Nachricht oder eine andere Website Sie hierher geführt hat, war es vielleicht ein Täuschungsversuch: Schließen Sie diese Seite. Andernfalls teilen Sie dem Betreiber der Anwendung oder Ihrer Administration mit, was unten steht.',

  'consent.title': '{name} zulassen?',
  'consent.lead': '<b>{name}</b> möchte dieses Wiki in Ihrem Namen nutzen, {person}.',
  'consent.goesTo': 'Sie werden weitergeleitet zu',
  'consent.linkedBy': 'Mit diesem Wiki verknüpft von',
  'consent.linkedBy.person': '{person}, am {day}',
  'consent.linkedBy.gone': 'einer nicht mehr vorhandenen Person, am {day}',
  'consent.howFar': 'Wie weit darf die Anwendung gehen?',
  'consent.howFar.hint':
    'Sie bittet um „{asked}“, Sie können auch weniger erlauben. Jede Berechtigung schließt die darüber stehenden ein.',
  'consent.asksTo': 'Sie möchte',
  'consent.asked': 'Angefragt',
  'consent.included': 'Eingeschlossen',
  'consent.noEffect': 'Ohne Wirkung: Ihr eigenes Konto kann das nicht',
  'consent.limits': 'Die Anwendung kann nie mehr tun als Sie selbst, und sie erfährt nie Ihr Passwort.',
  'consent.takeBack': 'Sie können das jederzeit widerrufen: in Ihrem Profil unter „{page}“.',
  'consent.remembered':
    'Wenn Sie das zulassen, merkt sich das Wiki Ihre Zustimmung in diesem Browser für {duration}. Wenn {name} noch einmal genau dasselbe anfragt, werden Sie ohne diese Seite weitergeleitet, bis Sie die Zustimmung widerrufen.',
  'consent.allow': 'Zulassen',
  'consent.deny': 'Ablehnen',
  'consent.missing': 'Ihre Antwort ist nicht vollständig angekommen. Bitte antworten Sie noch einmal.',
  'consent.forged':
    'Seit diese Seite geöffnet wurde, hat sich etwas geändert: Ihre Anmeldung oder die Anwendung. Bitte sehen Sie noch einmal nach.',
  'consent.expired': 'Diese Seite war lange geöffnet. Bitte sehen Sie noch einmal nach und antworten Sie dann.',
  'consent.used':
    'Diese Frage wurde schon beantwortet. Wenn die Anwendung noch wartet, antworten Sie bitte noch einmal.',
  'consent.otherSite': 'Diese Antwort kam von einer anderen Website und wurde nicht angenommen.',
  'consent.noForm': 'Die Antwort auf diese Seite muss über ihr Formular kommen.',
  'consent.neither': 'Die Antwort ist weder „Zulassen“ mit einer der angezeigten Berechtigungen noch „Ablehnen“.',
  'consent.noRights': 'Ihr Konto hat in diesem Wiki keine Rechte und kann deshalb keine Anwendung zulassen.',
  'consent.inactive': 'Ihr Konto ist nicht mehr aktiv.',

  'destination.here': '{host}, auf diesem Gerät',
  'destination.app': 'einer App auf Ihrem Gerät ({scheme})',

  'authorized.title': 'Autorisierte Anwendungen',
  'authorized.lead':
    'Diese Anwendungen dürfen das Wiki in Ihrem Namen nutzen, aber nie mehr tun, als Sie selbst können. Widerrufen Sie, was Sie nicht mehr verwenden.',
  'authorized.none': 'Keine Anwendung darf das Wiki in Ihrem Namen nutzen',
  'authorized.none.text':
    'Wenn eine Anwendung dieses Wiki in Ihrem Namen nutzen möchte und Sie das zulassen, finden Sie sie hier und können die Autorisierung jederzeit widerrufen.',
  'authorized.search': 'Nach Namen suchen',
  'authorized.sort': 'Sortieren nach',
  'authorized.show': 'Anzeigen',
  'authorized.count': '{count, plural, one {# Anwendung} other {# Anwendungen}}',
  'authorized.notFound': 'Keine Ihrer Anwendungen hat „{query}“ im Namen.',
  'authorized.showAll': 'Alle anzeigen',
  'authorized.application': 'Anwendung',
  'authorized.may': 'Sie darf',
  'authorized.since': 'Seit',
  'authorized.lastUsed': 'Zuletzt verwendet',
  'authorized.never': 'Nie',
  'authorized.idle': '{duration} lang nicht verwendet',
  'authorized.disabled': 'Von der Administration deaktiviert',
  'authorized.nothing': 'Derzeit nichts',
  'authorized.givenInVain': 'Sie haben „{given}“ erlaubt.',
  'authorized.lessThanGiven': 'Sie haben „{given}“ erlaubt. Was darüber hinausgeht, ist derzeit ohne Wirkung.',
  'authorized.remembered': 'Ihre Antwort bleibt bis {day} gespeichert',
  'authorized.revoke': 'Widerrufen<hidden>: {name}</hidden>',
  'authorized.revoking': 'Widerrufen',
  'authorized.revoke.what':
    '{name} wird sofort und auf allen Ihren Geräten abgewiesen und muss Sie neu fragen. Was die Anwendung im Wiki geschrieben hat, bleibt dort.',
  'authorized.revoked':
    'Die Anwendung ist nicht mehr zugelassen. Nichts, was sie noch besitzt, funktioniert jetzt noch.',
  'authorized.stale': 'Die Seite war nicht mehr aktuell. Bitte sehen Sie noch einmal nach.',
  'authorized.otherSite': 'Das kam von einer anderen Website und wurde nicht ausgeführt.',

  'copy.button': 'Kopieren',
  'copy.label': 'Den Text hier kopieren',
  'copy.done': 'Kopiert',
  'copy.done.spoken': 'In die Zwischenablage kopiert',
  'copy.byHand': 'Strg+C drücken',
  'copy.byHand.spoken': 'Der Text ist markiert. Drücken Sie Strg und C, um ihn zu kopieren.',

  'redirectUri.none': 'Geben Sie eine Weiterleitungs-URL an.',
  'redirectUri.long': 'Eine Weiterleitungs-URL hat höchstens {longest, number} Zeichen.',
  'redirectUri.oddCharacter':
    'Eine Weiterleitungs-URL enthält keine Leerzeichen, Steuerzeichen, Anführungszeichen, umgekehrten Schrägstriche oder Buchstaben außerhalb von ASCII. Codieren Sie diese.',
  'redirectUri.incomplete':
    'Das ist keine vollständige URL. Sie beginnt mit einem Schema, zum Beispiel https://app.example.com/callback.',
  'redirectUri.fragment': 'Eine Weiterleitungs-URL hat kein Fragment (den Teil nach #).',
  'redirectUri.script':
    'Eine Weiterleitungs-URL darf nicht mit „{scheme}“ beginnen: Ein Browser würde das ausführen oder öffnen, statt zur Anwendung zu gehen.',
  'redirectUri.noHost': 'Diese Weiterleitungs-URL nennt keinen Host.',
  'redirectUri.userInfo': 'Eine Weiterleitungs-URL enthält weder Benutzernamen noch Passwort (den Teil vor @).',
  'redirectUri.wildcard':
    'Eine Weiterleitungs-URL hat keine Platzhalter. Fügen Sie für jede Adresse eine eigene URL hinzu.',
  'redirectUri.oddHost': 'Der Host dieser Weiterleitungs-URL enthält ein Zeichen, das in Hostnamen nicht vorkommt.',
  'redirectUri.http': 'Verwenden Sie https. Einfaches http würde den Autorisierungscode unverschlüsselt übertragen.',
  'redirectUri.httpOfPublic':
    'Verwenden Sie https. Einfaches http ist nur für http://127.0.0.1 und http://[::1] möglich, wo eine App auf demselben Gerät lauscht.',
  'redirectUri.schemeOfConfidential':
    'Verwenden Sie https. Nur öffentliche Anwendungen dürfen ein eigenes Schema verwenden.',
  'redirectUri.schemeWithoutDomain':
    'Ein eigenes Schema ist ein umgekehrter Domainname, zum Beispiel com.example.app:/callback.',
};
