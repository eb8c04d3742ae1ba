/** The scene of a rule, and whether the rule has asked for its day: one that has not would say the same on any other. */
export interface HeardDay<Scene> {
  readonly scene: Scene
  wasAsked(): boolean
}

export function hearDay<Scene extends { readonly today: string }>(scene: Scene): HeardDay<Scene> {
  let asked = false
  const heard = {
    ...scene,
    get today() {
      asked = true
      return scene.today
    },
  }
  return { scene: heard, wasAsked: () => asked }
}
