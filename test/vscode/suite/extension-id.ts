export const extensionId = 'pilot-as-code.pilot-as-code'
