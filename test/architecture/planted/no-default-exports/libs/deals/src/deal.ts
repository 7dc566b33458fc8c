export default class Deal {}
