using System.Collections.Immutable;
using System.Globalization;
using Rappel.Core.Acd;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Desk;
using Rappel.Engine.Journal;

namespace Rappel.Engine.Telephony;

/// <summary>A caller leaves a message: greeting, beep, recording; the message then waits for an agent.</summary>
internal sealed class MessageTaking
{
    private readonly EngineContext _context;
    private readonly InboundCall _call;
    private readonly VoicemailQueueSnapshot _queue;
    private readonly InteractionRecord _record;
    private int? _greeting;
    private bool _recording;
    private VoicemailRow _row;

    private MessageTaking(EngineContext context, InboundCall call, VoicemailQueueSnapshot queue)
    {
        _context = context;
        _call = call;
        _queue = queue;
        var id = context.NewInteraction();
        _record = new InteractionRecord(context.Ledger, new InteractionRow(
            context.Tenant, id, InteractionKind.Voicemail, call.Record.Id, call.Channel.Key, queue.Key, call.Script.Caller?.Value,
            call.Channel.Number, call.Script.Language, context.Now, null, null, null, null, null, null));
        var file = string.Create(CultureInfo.InvariantCulture, $"voicemail/{context.Now:yyyy-MM}/{id.Value}.wav");
        _row = new VoicemailRow(context.Tenant, id, call.Record.Id, queue.Key, call.Script.Caller?.Value, call.Script.Language, context.Now,
            TimeSpan.Zero, file, VoicemailStatus.Recording, null);
    }

    /// <summary>Takes the caller out of the queue, if in one, and begins.</summary>
    public static void Begin(EngineContext context, InboundCall call, string key)
    {
        var queue = call.Configuration.VoicemailQueues[key];
        call.Wait?.Leave();
        call.StopScripts();
        var taking = new MessageTaking(context, call, queue);
        call.Message = taking;
        taking.Greet();
    }

    public void PlayEnded(int token)
    {
        if (token == _greeting)
        {
            _greeting = null;
            Record();
        }
    }

    /// <summary>Any key during the greeting goes straight to the beep; <c>#</c> ends the message.</summary>
    public void KeyPressed(char key)
    {
        if (_greeting is not null)
        {
            _greeting = _context.Legs.Speak(_call.Leg, [new AudioSegment.Beep()]);
        }
        else if (_recording && key == '#')
        {
            _call.HangUp("diverted: voicemail");
        }
    }

    /// <summary>The caller hung up: closing the leg ends the recording, and what was said until then is the message.</summary>
    public void CallerGone()
    {
        if (!_recording)
        {
            _record.End(_context.Now, "abandoned");
        }
    }

    /// <summary>The file is closed and on disk.</summary>
    public void RecordingEnded(TimeSpan length)
    {
        // Still counted as recording while the caller is hung up on: there is a message, nobody abandoned it.
        if (!_call.IsOver)
        {
            _call.HangUp("diverted: voicemail");
        }

        if (length < EngineLimits.ShortestMessage)
        {
            _recording = false;
            _row = _row with { Length = length, Status = VoicemailStatus.Failed };
            _context.Ledger.Write(new StoreRow.OfVoicemail(_row));
            _record.End(_context.Now, "abandoned");
            return;
        }

        _recording = false;
        _row = _row with { Length = length, Status = VoicemailStatus.New };
        _context.Ledger.Write(new StoreRow.OfVoicemail(_row));
        _context.Ledger.Note(_context.Now, _record.Id.ToString(), "message-left", $"{length.TotalSeconds:0} s for {_queue.Key}");
        MessageWork.Arrive(_context, _row, _record);
    }

    private void Greet()
    {
        var greeting = Prompts.Find(_call.Configuration, _queue.Greeting, _call.Script.Language)
            ?? new AudioSegment.Speech(Phrases.VoicemailGreeting(_call.Script.Language), _call.Script.Language);
        _greeting = _context.Legs.Speak(_call.Leg, ImmutableArray.Create(greeting, new AudioSegment.Beep()));
    }

    private void Record()
    {
        _recording = true;
        _context.Ledger.Write(new StoreRow.OfVoicemail(_row));
        _context.Messages[_row.Id.Value] = this;
        _context.Order(new MediaOrder.Record(_call.Leg.Media, _row.Id.Value, _row.File, _queue.MaximumLength, EngineLimits.MessageSilence));
    }
}
