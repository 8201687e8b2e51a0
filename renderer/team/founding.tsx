// Making the team: where its server is, and whom that lets in.
import { useState } from 'react';
import { FileTrigger, Form } from 'react-aria-components';
import { teamText } from '../../shared/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { ServerLines } from './server-lines.tsx';

const ENTRIES = ['open', 'password', 'key'] as const;
type Entry = (typeof ENTRIES)[number];

interface Certificate {
  readonly name: string;
  readonly pem: string;
}

export function Founding() {
  const { data: server } = useQuery('team.server', {});
  const [isAgain, setAgain] = useState(false);
  if (!server) return null;
  return server.preparedFor !== null && server.lines !== null && !isAgain ? (
    <Prepared address={server.preparedFor} lines={server.lines} onAgain={() => setAgain(true)} />
  ) : (
    <Server onPrepared={() => setAgain(false)} />
  );
}

/** The server has to learn the key before it lets its owner in. */
function Prepared({ address, lines, onAgain }: { address: string; lines: string; onAgain: () => void }) {
  const text = useText(teamText);
  const run = useRun();
  const [isCreating, setCreating] = useState(false);
  const create = async () => {
    setCreating(true);
    await run('team.create', { address, withKey: true });
    setCreating(false);
  };
  return (
    <div className="team-founding">
      <ServerLines label={text.serverLines} hint={text.prepared(address)} lines={lines} />
      <p className="quiet team-note">{text.recordings}</p>
      <span className="team-buttons">
        <Button variant="primary" isPending={isCreating} onPress={() => void create()}>
          {isCreating ? text.creating : text.create}
        </Button>
        <Button variant="quiet" onPress={onAgain}>
          {text.prepareAgain}
        </Button>
      </span>
    </div>
  );
}

function Server({ onPrepared }: { onPrepared: () => void }) {
  const text = useText(teamText);
  const run = useRun();
  const [address, setAddress] = useState('');
  const [entry, setEntry] = useState<Entry>('key');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [certificate, setCertificate] = useState<Certificate | null>(null);
  const [isAtWork, setAtWork] = useState(false);
  const isKnown = entry === 'key';

  const go = async () => {
    const server = { address: address.trim(), ...(certificate ? { certificate: certificate.pem } : {}) };
    setAtWork(true);
    if (!isKnown) await run('team.create', { ...server, ...(entry === 'password' ? { user, password } : {}) });
    else if (await run('team.prepare', server)) onPrepared();
    setAtWork(false);
  };
  return (
    <Form
      className="form team-founding"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p>{text.intro}</p>
      <TextField label={text.address} value={address} onChange={setAddress} placeholder={text.addressExample} autoFocus maxLength={1000} />
      <Select
        label={text.entry}
        hint={text.entryMeans[entry]}
        options={ENTRIES.map((id) => ({ id, label: text.entries[id] }))}
        value={entry}
        onChange={setEntry}
      />
      {entry === 'password' ? (
        <div className="team-pair">
          <TextField label={text.user} value={user} onChange={setUser} maxLength={200} autoComplete="off" />
          <TextField label={text.password} value={password} onChange={setPassword} type="password" maxLength={500} autoComplete="off" />
        </div>
      ) : null}
      <CertificateChoice certificate={certificate} onChange={setCertificate} />
      <p className="quiet team-note">
        {text.network} {text.recordings}
      </p>
      <Button
        variant="primary"
        type="submit"
        isDisabled={address.trim() === '' || (entry === 'password' && user.trim() === '')}
        isPending={isAtWork}
        className="team-go"
      >
        {isKnown ? text.prepare : isAtWork ? text.creating : text.create}
      </Button>
    </Form>
  );
}

function CertificateChoice({ certificate, onChange }: { certificate: Certificate | null; onChange: (chosen: Certificate | null) => void }) {
  const text = useText(teamText);
  const take = async (file: File | null | undefined) => {
    if (file) onChange({ name: file.name, pem: await file.text() });
  };
  return (
    <div className="team-certificate">
      <span className="team-buttons">
        <FileTrigger acceptedFileTypes={['.pem', '.crt', '.cer']} onSelect={(files) => void take(files?.item(0))}>
          <Button size="small">{certificate ? text.certificateChosen(certificate.name) : text.certificate}</Button>
        </FileTrigger>
        {certificate ? (
          <Button size="small" variant="quiet" onPress={() => onChange(null)}>
            {text.withoutCertificate}
          </Button>
        ) : null}
      </span>
      <span className="quiet">{text.certificateMeans}</span>
    </div>
  );
}
