// Sentences of the refusals of a local model: what its folder lacks, or why it cannot be run.
import type { FailureData } from '../domain/failure.ts';
import type { Texts } from './text.ts';

type Code =
  | 'model.none'
  | 'model.folderMissing'
  | 'model.filesMissing'
  | 'model.configInvalid'
  | 'model.tokenizerInvalid'
  | 'model.notOnnx'
  | 'model.cannotRun'
  | 'model.inputsUnexpected'
  | 'model.outputsUnexpected';

const listed = (value: FailureData[string] | undefined): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

export const modelFailures: Texts<Record<Code, (data: FailureData) => string>> = {
  fr: {
    'model.none': () => 'Aucun modèle n’est choisi sur cet ordinateur. Indiquez le dossier d’un modèle, ou cherchez d’après les mots.',
    'model.folderMissing': (d) => `Ce dossier n’existe pas : ${listed(d.folder)}. Donnez son chemin complet.`,
    'model.filesMissing': (d) => `Il manque dans ce dossier : ${listed(d.files)}. Choisissez le dossier qui contient model.onnx et tokenizer.json.`,
    'model.configInvalid': (d) => `Ce fichier du modèle est illisible : ${listed(d.path)}. Reprenez-le là d’où vient le modèle.`,
    'model.tokenizerInvalid': (d) => `Ce fichier ne dit pas comment découper les mots : ${listed(d.path)}. Reprenez-le là d’où vient le modèle.`,
    'model.notOnnx': (d) => `Ce fichier n’est pas un modèle ONNX : ${listed(d.path)}. Il est peut-être incomplet.`,
    'model.cannotRun': (d) =>
      `Ce modèle ne peut pas être utilisé ici : ${listed(d.path)}.${d.reason ? ` Le moteur répond : ${listed(d.reason)}` : ' Il demande sans doute trop de mémoire : prenez-en un plus petit.'}`,
    'model.inputsUnexpected': (d) =>
      `Ce modèle ne lit pas un texte comme il le faudrait ; il attend : ${listed(d.inputs)}. Il en faut un fait pour des phrases.`,
    'model.outputsUnexpected': (d) =>
      `Ce modèle ne situe pas les textes ; il répond par : ${listed(d.outputs)}. Il en faut un fait pour comparer des phrases.`,
  },
  en: {
    'model.none': () => 'No model is chosen on this computer. Name a model’s folder, or search by words.',
    'model.folderMissing': (d) => `This folder does not exist: ${listed(d.folder)}. Give its full path.`,
    'model.filesMissing': (d) => `Missing from this folder: ${listed(d.files)}. Choose the folder that holds model.onnx and tokenizer.json.`,
    'model.configInvalid': (d) => `This file of the model cannot be read: ${listed(d.path)}. Get it anew from where the model comes from.`,
    'model.tokenizerInvalid': (d) => `This file does not say how words are cut: ${listed(d.path)}. Get it anew from where the model comes from.`,
    'model.notOnnx': (d) => `This file is not an ONNX model: ${listed(d.path)}. It may be incomplete.`,
    'model.cannotRun': (d) =>
      `This model cannot be used here: ${listed(d.path)}.${d.reason ? ` The engine answers: ${listed(d.reason)}` : ' It probably takes too much memory: choose a smaller one.'}`,
    'model.inputsUnexpected': (d) =>
      `This model does not read a text as it should; it expects: ${listed(d.inputs)}. It takes one made for sentences.`,
    'model.outputsUnexpected': (d) =>
      `This model does not place texts; it answers with: ${listed(d.outputs)}. It takes one made to compare sentences.`,
  },
};
