/**
 * What visitors see when the exhibits cannot be shown: a sheet of paper on the night river, no cause and no setting. It needs
 * no script, no font and no file.
 */
export const calmCard = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>滨江驿站</title>
<style>
  html { height: 100%; background: #10212b; }
  body { height: 100%; margin: 0; display: grid; place-items: center; }
  main { background: #f4ebdd; color: #10212b; padding: 9vmin 12vmin; text-align: center; clip-path: polygon(0 1.2%, 31% 0, 68% 1.6%, 100% .4%, 99.4% 52%, 100% 99%, 57% 100%, 22% 98.6%, .5% 100%, 0 44%); }
  p { margin: 0; font: 900 7vmin/1.3 "Noto Serif SC", "Noto Serif CJK SC", serif; letter-spacing: .12em; }
  p[lang=en] { margin-top: 3vmin; font: 400 3.4vmin/1.4 "Fraunces Variable", Georgia, serif; letter-spacing: 0; color: #1f4e5a; }
  i { display: block; width: 18vmin; height: .9vmin; margin: 4vmin auto 0; background: #c79a4b; }
</style>
<main><p>本机正在休整，稍后回来</p><i></i><p lang="en">This screen is resting and will be back shortly.</p></main>
</html>
`
