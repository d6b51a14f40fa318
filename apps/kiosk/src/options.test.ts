import { describe, expect, test } from 'vitest'
import { readOptions, stationWords } from './options.ts'

describe('the command line of the shell', () => {
  test('hands config, data and port on to the station service', () => {
    const read = readOptions(['--config', '/etc/station.json', '--data=/srv/data', '--port', '7320'], {
      packaged: true,
    })
    expect(read.ok && stationWords(read.value)).toEqual([
      '--config',
      '/etc/station.json',
      '--data',
      '/srv/data',
      '--port',
      '7320',
    ])
  })

  test.each([
    '--inspect',
    '--inspect-brk=0.0.0.0',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--disable-web-security',
    '--developer',
    '--pretend-camera=/tmp/a.mjpeg',
    '--pages=/tmp',
    '--station=/tmp/x.js',
    '-r',
  ])('of a packaged program refuses %s', (word) => {
    expect(readOptions(['--config', '/a', word], { packaged: true }).ok).toBe(false)
  })

  test('of a packaged program takes what a display may need', () => {
    expect(readOptions(['--no-sandbox', '--ozone-platform=wayland'], { packaged: true }).ok).toBe(true)
  })

  test('of a program in development leaves the switches of Electron and its debuggers alone', () => {
    const read = readOptions(
      ['-r', '/loader.js', '--inspect=0', '--remote-debugging-port=0', 'apps/kiosk', '--pretend-camera', '/film.mjpeg'],
      {
        packaged: false,
      },
    )
    expect(read.ok && read.value.pretendCamera).toBe('/film.mjpeg')
  })

  test('says which value is missing', () => {
    const read = readOptions(['--data'], { packaged: true })
    expect(!read.ok && read.error).toContain('--data')
  })
})
