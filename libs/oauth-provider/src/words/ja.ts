import { type Translation } from './catalogue.js';
import { type en } from './en.js';

/** Japanese. */
export const ja: Translation<typeof en> = {
  'scope.READ.name': '読み取り',
  'scope.READ.title': 'コンテンツの閲覧',
  'scope.READ.sentence': 'ご自身が閲覧できるスペース、ページ、コメントと、ご自身のプロフィールを見ることができます。',
  'scope.WRITE.name': '書き込み',
  'scope.WRITE.title': 'コンテンツの作成、更新、削除',
  'scope.WRITE.sentence':
    'ご自身が変更できる範囲で、スペース、ページ、コメントを変更したり、新しく追加したりできます。',
  'scope.ADMIN.name': '管理',
  'scope.ADMIN.title': 'Wiki の管理',
  'scope.ADMIN.sentence':
    'ユーザー、グループ、ほとんどの設定を管理できます。バックアップとシステム自体は操作できません。',
  'scope.SYSTEM_ADMIN.name': 'システム管理',
  'scope.SYSTEM_ADMIN.title': 'システム全体の管理',
  'scope.SYSTEM_ADMIN.sentence': 'バックアップやシステム設定を含む、すべての操作ができます。',

  'error.forDevelopers': 'アプリケーションの開発者向けの情報',
  'error.notWorked': '処理できませんでした',
  'error.forbidden': 'このページを表示する権限がありません',
  'error.notFound': 'ページが見つかりません',
  'error.conflict': 'ほかの人が先に操作しました',
  'error.broken': '問題が発生しました',
  'error.broken.text':
    'Wiki が応答できませんでした。詳細は Wiki のログに記録されています。もう一度お試しいただくか、管理者にご連絡ください。',
  'error.storageAway': '少しお待ちください',
  'error.storageAway.text':
    '現在、Wiki がデータベースに接続できません。データは失われていません。しばらくしてから、もう一度お試しください。',
  'error.throttled': '少し間をおいてください',
  'error.throttled.text':
    '受け付けられない回答が続いたため、次の回答まで少し時間をおいています。データは失われていません。{seconds, plural, other {# 秒}}後にもう一度お試しください。',
  'error.unreadable.text': '送信された内容を Wiki が読み取れませんでした。元のページに戻って、もう一度お試しください。',

  'authorize.refused': 'このアプリケーションにはアクセスを許可できません',
  'authorize.noClient': 'アプリケーションが自身の情報を示さなかったため、アクセスを許可するかどうかを確認できません。',
  'authorize.severalClients':
    'アプリケーションが自身の情報を重複して示したため、アクセスを許可するかどうかを確認できません。',
  'authorize.notLinked':
    'このアプリケーションは、この Wiki にリンクされていません。リンクが削除されたか、別の Wiki のアプリケーションである可能性があります。',
  'authorize.noAddress': 'アプリケーションが移動先のアドレスを示さなかったため、処理を中止しました。',
  'authorize.severalAddresses': 'アプリケーションが移動先のアドレスを複数示したため、処理を中止しました。',
  'authorize.wrongAddress': 'アプリケーションが登録されていないアドレスへの移動を求めたため、処理を中止しました。',
  'authorize.advice':
    'あなたの情報は誰にも渡していません。アプリケーションからもう一度やり直してください。このページが再び表示される場合は、下記の内容をアプリケーションの運営者または管理者にお伝えください。',
  'authorize.advice.trick':
    'あなたの情報は誰にも渡していません。メッセージやほかのサイトからこのページに来た場合は、だまそうとする手口かもしれません。このページを閉じてください。それ以外の場合は、下記の内容をアプリケーションの運営者または管理者にお伝えください。',

  'consent.title': '「{name}」にアクセスを許可しますか？',
  'consent.lead': '<b>{name}</b> が、{person} さんに代わってこの Wiki を使う許可を求めています。',
  'consent.goesTo': '移動先',
  'consent.linkedBy': 'この Wiki にリンクした人',
  'consent.linkedBy.person': '{person} さん（{day}）',
  'consent.linkedBy.gone': '削除されたユーザー（{day}）',
  'consent.howFar': 'どこまで許可しますか？',
  'consent.howFar.hint':
    '「{asked}」を求められていますが、それより少ない権限だけを許可することもできます。各権限には、その上にある権限が含まれます。',
  'consent.asksTo': '求められている権限',
  'consent.asked': '要求あり',
  'consent.included': '含まれます',
  'consent.noEffect': '効果なし：ご自身のアカウントではこの操作ができません',
  'consent.limits':
    'アプリケーションが、ご自身にできる範囲を超えて操作することはありません。パスワードが知られることもありません。',
  'consent.takeBack': '承認は、プロフィールの「{page}」でいつでも取り消せます。',
  'consent.remembered':
    '許可すると、Wiki はこのブラウザーで {duration}の間、その内容を記憶します。その間に「{name}」がまったく同じ許可を求めた場合は、承認を取り消すまで、このページを表示せずに先へ進みます。',
  'consent.allow': '許可',
  'consent.deny': '拒否',
  'consent.missing': '回答の一部が届きませんでした。もう一度回答してください。',
  'consent.forged':
    'このページを開いたあとに、サインインの状態またはアプリケーションが変わりました。もう一度ご確認ください。',
  'consent.expired': 'ページを開いてから長い時間が経ちました。もう一度確認して回答してください。',
  'consent.used': 'この確認にはすでに回答済みです。アプリケーションがまだ待っている場合は、もう一度回答してください。',
  'consent.otherSite': 'この回答はほかのサイトから送信されたため、受け付けませんでした。',
  'consent.noForm': 'このページへの回答は、ページのフォームから送信してください。',
  'consent.neither': '回答が、表示された権限のいずれかを選んだ「許可」でも、「拒否」でもありません。',
  'consent.noRights': 'お使いのアカウントにはこの Wiki の権限がないため、アプリケーションにアクセスを許可できません。',
  'consent.inactive': 'お使いのアカウントは現在有効ではありません。',

  'destination.here': '{host}（このデバイス）',
  'destination.app': 'このデバイスのアプリ（{scheme}）',

  'authorized.title': '承認済みアプリケーション',
  'authorized.lead':
    'これらのアプリケーションは、ご自身にできる範囲内で、ご自身に代わって Wiki を使うことができます。使わなくなったものは承認を取り消してください。',
  'authorized.none': 'あなたに代わって Wiki を使えるアプリケーションはありません',
  'authorized.none.text':
    'アプリケーションが、ご自身に代わってこの Wiki を使う許可を求め、それを許可すると、ここに表示されます。承認はいつでも取り消せます。',
  'authorized.search': '名前で検索',
  'authorized.sort': '並べ替え',
  'authorized.show': '表示',
  'authorized.count': '{count, plural, other {# 件のアプリケーション}}',
  'authorized.notFound': '名前に「{query}」を含むアプリケーションはありません。',
  'authorized.showAll': 'すべて表示',
  'authorized.application': 'アプリケーション',
  'authorized.may': 'できること',
  'authorized.since': '承認日',
  'authorized.lastUsed': '最終使用',
  'authorized.never': 'なし',
  'authorized.idle': '{duration}にわたり未使用',
  'authorized.disabled': '管理者が無効にしました',
  'authorized.nothing': '現在は何もできません',
  'authorized.givenInVain': '「{given}」を許可しています。',
  'authorized.lessThanGiven': '「{given}」を許可していますが、現在有効なのはここに示す範囲だけです。',
  'authorized.remembered': '回答は {day}まで記憶されます',
  'authorized.revoke': '承認を取り消す<hidden>：{name}</hidden>',
  'authorized.revoking': '承認を取り消す',
  'authorized.revoke.what':
    '「{name}」は、すべてのデバイスでただちにアクセスできなくなり、使うにはもう一度許可を求める必要があります。アプリケーションが Wiki に書き込んだ内容はそのまま残ります。',
  'authorized.revoked': '承認を取り消しました。このアプリケーションはもうアクセスできません。',
  'authorized.stale': 'ページの内容が古くなっていました。もう一度ご確認ください。',
  'authorized.otherSite': 'ほかのサイトから送信されたため、実行しませんでした。',

  'copy.button': 'コピー',
  'copy.label': 'ここに書かれている内容をコピー',
  'copy.done': 'コピーしました',
  'copy.done.spoken': 'クリップボードにコピーしました',
  'copy.byHand': 'Ctrl+C を押してください',
  'copy.byHand.spoken': '選択されています。Control キーを押しながら C キーを押すとコピーできます。',

  'redirectUri.none': 'リダイレクト URL を入力してください。',
  'redirectUri.long': 'リダイレクト URL は {longest, number} 文字以内で入力してください。',
  'redirectUri.oddCharacter':
    'リダイレクト URL には、空白、制御文字、引用符、バックスラッシュ、ASCII 以外の文字は使えません。エンコードしてください。',
  'redirectUri.incomplete':
    '完全な URL ではありません。https://app.example.com/callback のように、スキームから始めてください。',
  'redirectUri.fragment': 'リダイレクト URL にフラグメント（# 以降の部分）は使えません。',
  'redirectUri.script':
    'リダイレクト URL を「{scheme}」で始めることはできません。ブラウザーがアプリケーションに移動せず、それを実行したり開いたりしてしまいます。',
  'redirectUri.noHost': 'このリダイレクト URL にはホストがありません。',
  'redirectUri.userInfo': 'リダイレクト URL にユーザー名やパスワード（@ より前の部分）を含めることはできません。',
  'redirectUri.wildcard': 'リダイレクト URL にワイルドカードは使えません。アドレスごとに URL を追加してください。',
  'redirectUri.oddHost': 'このリダイレクト URL のホストに、ホスト名には使えない文字が含まれています。',
  'redirectUri.http': 'https を使ってください。http では認可コードが暗号化されずに送信されます。',
  'redirectUri.httpOfPublic':
    'https を使ってください。http を使えるのは、同じデバイス上のアプリが待ち受ける http://127.0.0.1 と http://[::1] だけです。',
  'redirectUri.schemeOfConfidential':
    'https を使ってください。独自のスキームを使えるのはパブリックアプリケーションだけです。',
  'redirectUri.schemeWithoutDomain':
    '独自のスキームには、com.example.app:/callback のように、ドメイン名を逆順にしたものを使ってください。',
};
