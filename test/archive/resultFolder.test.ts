import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intoResultFolder, openResultFolder, type ResultFolder } from '../../src/archive/index.js'
import { InputError } from '../../src/diagnostics/index.js'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'folder-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const manifest = (folder: ResultFolder) =>
  folder.writeJson('manifest.json', { software: 'paradiplomacy' })

describe('openResultFolder', () => {
  it('numbers folders and shows them only when they are whole', async () => {
    const one = await openResultFolder({ root, name: 'x' })
    await manifest(one)
    expect((await readdir(root)).filter((name) => !name.startsWith('.'))).toEqual([])
    const two = await openResultFolder({ root, name: 'x' })
    await one.publish()
    await two.publish()
    await (await openResultFolder({ root, name: 'x' })).discard()
    expect((await readdir(root)).sort()).toEqual(['x-001', 'x-002'])
  })

  it('takes no number that is taken', async () => {
    await mkdir(join(root, 'x-007'))
    await writeFile(join(root, 'x-008'), '')
    const { path } = await intoResultFolder({ root, name: 'x' }, manifest)
    expect(path).toBe(join(root, 'x-009'))
  })

  it('gives many at once a number each', async () => {
    const all = Array.from({ length: 40 }, () => intoResultFolder({ root, name: 'x' }, manifest))
    const paths = (await Promise.all(all)).map(({ path }) => path)
    expect(new Set(paths).size).toBe(40)
    expect(await readdir(root)).toHaveLength(40)
  })

  it('gives two processes a number each', async () => {
    const script = join(import.meta.dirname, 'numberingProcess.mjs')
    const children = [fork(script, [root]), fork(script, [root])]
    await Promise.all(children.map((child) => once(child, 'message')))
    for (const child of children) child.send('go')
    const codes = await Promise.all(children.map((child) => once(child, 'exit')))
    expect(codes.map(([code]) => code)).toEqual([0, 0])
    const names = await readdir(root)
    expect(names).toHaveLength(60)
    const owners = await Promise.all(
      names.map((name) => readFile(join(root, name, 'owner.txt'), 'utf8')),
    )
    expect(owners.filter((owner) => owner === owners[0])).toHaveLength(30)
  })

  it('leaves nothing behind when something goes wrong', async () => {
    const failing = intoResultFolder({ root, name: 'x' }, async (folder) => {
      await manifest(folder)
      throw new Error('no more paper')
    })
    await expect(failing).rejects.toThrow('no more paper')
    expect(await readdir(root)).toEqual([])
  })

  it('replaces a folder of ours only when forced, and others never', async () => {
    const out = join(root, 'mine')
    await intoResultFolder({ out, name: 'x' }, manifest)
    await expect(openResultFolder({ out, name: 'x' })).rejects.toThrow('exists already')
    await intoResultFolder({ out, force: true, name: 'x' }, async (folder) => {
      await manifest(folder)
      await folder.write('new.txt', ['new'])
    })
    expect((await readdir(out)).sort()).toEqual(['manifest.json', 'new.txt'])
    expect(await readdir(root)).toEqual(['mine'])

    const theirs = join(root, 'theirs')
    await mkdir(theirs)
    await writeFile(join(theirs, 'thesis.txt'), 'all my work')
    for (const content of [undefined, '{', '{"software":"theirs"}']) {
      if (content) await writeFile(join(theirs, 'manifest.json'), content)
      const attempt = openResultFolder({ out: theirs, force: true, name: 'x' })
      await expect(attempt).rejects.toThrow(InputError)
    }
    expect(await readFile(join(theirs, 'thesis.txt'), 'utf8')).toBe('all my work')
  })

  it('keeps the old folder when the new one fails', async () => {
    const out = join(root, 'mine')
    await intoResultFolder({ out, name: 'x' }, manifest)
    const attempt = intoResultFolder({ out, force: true, name: 'x' }, () => {
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')
    expect(await readdir(out)).toEqual(['manifest.json'])
  })

  it('follows no symbolic link, and takes no file for a folder', async () => {
    const elsewhere = join(root, 'elsewhere')
    await intoResultFolder({ out: elsewhere, name: 'x' }, manifest)
    const link = join(root, 'link')
    await symlink(elsewhere, link)
    await expect(openResultFolder({ out: link, force: true, name: 'x' })).rejects.toThrow(
      'symbolic link',
    )
    await symlink(join(root, 'nowhere'), join(root, 'dangling'))
    await expect(openResultFolder({ out: join(root, 'dangling'), name: 'x' })).rejects.toThrow(
      'symbolic link',
    )
    await writeFile(join(root, 'file'), '')
    await expect(openResultFolder({ out: join(root, 'file'), name: 'x' })).rejects.toThrow('file')
    await expect(openResultFolder({ out: join(root, 'file/x'), name: 'x' })).rejects.toThrow('file')
  })

  it('writes no file outside of its folder, and none twice', async () => {
    const folder = await openResultFolder({ root, name: 'x' })
    for (const name of ['../x', '/etc/x', 'a/../../x', '', '.hidden', 'a//b'])
      await expect(folder.write(name, [''])).rejects.toThrow('no name')
    await folder.write('charts/a.svg', ['<svg/>'])
    await expect(folder.write('charts/a.svg', [''])).rejects.toThrow('EEXIST')
    await folder.discard()
  })

  it('says so when the place has been taken meanwhile', async () => {
    const out = join(root, 'mine')
    const folder = await openResultFolder({ out, name: 'x' })
    await mkdir(out)
    await writeFile(join(out, 'other.txt'), '')
    await expect(folder.publish()).rejects.toThrow('meantime')
    expect(await readdir(root)).toEqual(['mine'])
  })
})
