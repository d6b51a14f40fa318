import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CanaryReport, runCanary } from './canary.ts'

/** Short in every run; `CANARY_SECONDS=180` before a release, eight hours by night. */
const seconds = Number(process.env.CANARY_SECONDS ?? 20)
const patience = seconds * 1000 + 240_000

// A network of its own, in which every way out ends in a sink that counts.
const network = [
  'ip link set lo up',
  'ip link add sink type veth peer name other',
  // The system's own search for neighbours by IPv6 is none of the reader's.
  '(sysctl -qw net.ipv6.conf.sink.disable_ipv6=1 net.ipv6.conf.other.disable_ipv6=1 || true)',
  'ip link set other up',
  'ip addr add 192.0.2.2/24 dev sink',
  'ip link set sink arp off up',
  'ip route add default dev sink',
].join(' && ')
const isPossible =
  spawnSync('unshare', ['-n', '-m', 'sh', '-c', `${network} && mount -t sysfs sysfs /sys`]).status === 0

/** One run for all that is asked of it; in the network of its own where there can be one. */
async function oneRun(): Promise<CanaryReport> {
  if (isPossible) {
    const command = join(import.meta.dirname, 'canary-command.ts')
    // What /sys shows of interfaces is of the network it was mounted in.
    const run = `${network} && mount -t sysfs sysfs /sys && exec "$0" --import tsx "$1" --seconds "$2"`
    // It ends with an error where it found something; its report says what.
    const { stdout } = spawnSync('unshare', ['-n', '-m', 'sh', '-c', run, process.execPath, command, String(seconds)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return JSON.parse(stdout.toString())
  }
  const place = await mkdtemp(join(tmpdir(), 'riverside-canary-'))
  try {
    return await runCanary(seconds, place)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

describe('what the camera saw', () => {
  let report: CanaryReport
  beforeAll(async () => {
    report = await oneRun()
  }, patience)

  test('is in no file that came to be while it was metered, and would have been found there', () => {
    expect(report.hits).toEqual([])
    expect(report.planted).toEqual({ laid: 10, found: 10 })
    expect(report.looks).toBeGreaterThan(seconds)
    expect(report.files).toBeGreaterThan(10)
  })

  test.skipIf(!isPossible)('is sent nowhere: not one packet leaves while it is metered', () => {
    const probe = execFileSync('unshare', [
      '-n',
      '-m',
      'sh',
      '-c',
      `${network} && bash -c 'echo x > /dev/udp/192.0.2.9/9' && mount -t sysfs sysfs /sys && cat /sys/class/net/sink/statistics/tx_packets`,
    ])
    expect(Number(probe.toString())).toBeGreaterThan(0)
    expect(report.packets).toBe(0)
  })
})
