import type { Pack } from '@riverside/content'
import {
  endFromPhone,
  endGroup,
  type GuideView,
  guidePagePath,
  leadFromPhone,
  leadGroup,
  openGroup,
  pairAgain,
  pairGuide,
  readGroup,
  readGuide,
  readReceptions,
} from '@riverside/contract'
import { fail, type Language, ok } from '@riverside/kit'
import { pagesOfItem } from '@riverside/story'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isForUs } from '../http/our-host.ts'
import { refuse, serve } from '../http/serve.ts'
import type { PhonePage } from '../takeaway/phone-page.ts'
import type { GroupDesk } from './group-desk.ts'
import type { Receptions } from './receptions.ts'

/** For the station's own screens and its staff. */
export function groupRoutes(app: FastifyInstance, desk: GroupDesk, receptions: Receptions): void {
  serve(app, openGroup, () => desk.open())
  serve(app, readGroup, () => ok(desk.view()))
  serve(app, leadGroup, (command) => (desk.isLed() ? fail('led-by-phone') : desk.lead(command)))
  serve(app, pairAgain, () => (desk.isLed() ? fail('led-by-phone') : desk.pairAgain()))
  serve(app, endGroup, () => (desk.isLed() ? fail('led-by-phone') : desk.end()))
  serve(app, readReceptions, ({ from, to }) => {
    const found = receptions.between(from, to)
    return ok({ receptions: [...found], people: found.reduce((sum, { people }) => sum + (people ?? 0), 0) })
  })
}

export type GuideNeeds = {
  readonly desk: GroupDesk
  readonly pack: () => Pack
  readonly page: PhonePage | undefined
  /** `host:port` of the listener; what is sent to another name is turned away. */
  readonly hosts: () => readonly string[]
}

/** For the guide's phone: the page, and what it may ask with the key its six figures brought. */
export function guideRoutes(app: FastifyInstance, needs: GuideNeeds): void {
  app.register(async (inner) => {
    inner.addHook('onRequest', async (request, reply) => {
      if (!isForUs(request, needs.hosts())) return refuse(reply, 403, 'not-allowed')
    })
    guided(inner, needs)
  })
}

function guided(app: FastifyInstance, { desk, pack, page }: GuideNeeds): void {
  if (page)
    app.get(guidePagePath, { config: { caller: 'anyone' } }, (_, reply) =>
      reply
        .header('content-security-policy', page.policy)
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .type('text/html; charset=utf-8')
        .send(page.html),
    )
  const isGuide = (request: FastifyRequest) => desk.hears(bearerOf(request))
  serve(app, pairGuide, ({ digits }, { request }) => desk.pair(digits, request.ip))
  serve(app, readGuide, ({ language }, { request }) => {
    if (!isGuide(request)) return fail('not-paired')
    const { group } = desk.view()
    if (group === null) return fail('no-group')
    return ok({ group, programmes: programmesOf(pack(), language), page: desk.pageText(language) })
  })
  serve(app, leadFromPhone, (command, { request }) => {
    if (!isGuide(request)) return fail('not-paired')
    const led = desk.lead(command)
    return led.ok ? ok(undefined) : led
  })
  serve(app, endFromPhone, (_, { request }) => (isGuide(request) ? desk.end() : fail('not-paired')))
}

const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]

function programmesOf({ programmes, stories }: Pack, language: Language): GuideView['programmes'] {
  return programmes.map(({ id, title, items }) => ({
    id,
    title: title[language],
    items: items.map((item) => ({
      kind: item.kind,
      title:
        item.kind === 'story'
          ? (stories.find((story) => story.id === item.story)?.title[language] ?? item.story)
          : item.title[language],
      minutes: item.minutes,
      pages: pagesOfItem(item, stories),
    })),
  }))
}
