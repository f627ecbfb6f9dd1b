using System.Globalization;
using Rappel.Core.Calls;
using Rappel.Core.Config;
using Rappel.Core.Ivr;
using Rappel.Engine.Desk.Control;
using Rappel.Engine.Journal;
using Rappel.Media.Sessions;

namespace Rappel.Engine.Telephony;

/// <summary>
/// One conversation that is recorded, with one agent: from the first moment the two hear each other until they no longer belong together.
/// Its row is there from the beginning, and ends kept or failed, after a crash too.
/// </summary>
internal sealed class CallRecording
{
    private readonly EngineContext _context;
    private readonly Leg? _customer;
    private RecordingRow _row;

    private CallRecording(EngineContext context, Leg? customer, RecordingRow row)
    {
        _context = context;
        _customer = customer;
        _row = row;
        context.Recordings[Number] = this;
    }

    /// <summary>What the agent asked for: silence is written in the place of what is said.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Below zero, so that it is no message's.</summary>
    private long Number => -_row.Id.Value;

    /// <summary>What the customer is to be told before it begins; null for nothing, as for one who has been told.</summary>
    public static AudioSegment? Announcement(EngineContext context, ICustomer customer)
    {
        if (customer.Recording is not { IsOn: true, Announcement: { } key } || customer.Leg.IsToldOfRecording)
        {
            return null;
        }

        customer.Leg.IsToldOfRecording = true;
        return Prompts.Find(context.Configuration, key, customer.Subject.Language ?? context.Configuration.DefaultLanguage);
    }

    /// <summary>Null where it is not to be recorded.</summary>
    public static CallRecording? Begin(EngineContext context, ICustomer customer, AgentSnapshot? agent)
    {
        if (!customer.Recording.IsOn || agent is null)
        {
            return null;
        }

        var id = context.NewRecording();
        var file = string.Create(CultureInfo.InvariantCulture, $"recordings/{context.Now:yyyy-MM}/{id}.wav");
        var recording = new CallRecording(context, customer.Leg, new RecordingRow(
            context.Tenant, id, customer.Interaction, customer.Callback, customer.Queue, agent.Key, context.Now, TimeSpan.Zero, file,
            RecordingState.Recording, context.Now + TimeSpan.FromDays(context.Configuration.RecordingRetention)));
        recording.Write();
        recording.Note("recording-began", id.ToString());
        context.Order(new MediaOrder.RecordCall(customer.Leg.Media, recording.Number, file, EngineLimits.LongestRecording));
        return recording;
    }

    /// <summary>One that was under way when the process before this one ended.</summary>
    public static void Restore(EngineContext context, RecordingRow row)
    {
        var recording = new CallRecording(context, null, row);
        context.Order(new MediaOrder.Mend(recording.Number, row.File));
    }

    public void Pause(bool paused)
    {
        if (paused != IsPaused && _customer is { IsOver: false })
        {
            IsPaused = paused;
            _context.Order(new MediaOrder.Do(new MediaCommand.PauseRecording(_customer.Media, paused)));
        }
    }

    /// <summary>The two no longer belong together. The end of the customer's leg ends it by itself.</summary>
    public void Stop()
    {
        if (_customer is { IsOver: false })
        {
            _context.Order(new MediaOrder.Do(new MediaCommand.StopRecording(_customer.Media)));
        }
    }

    /// <summary>The file is closed and on disk, or could not be written.</summary>
    public void Ended(TimeSpan length)
    {
        var isKept = length > TimeSpan.Zero;
        _row = _row with { Length = length, State = isKept ? RecordingState.Kept : RecordingState.Failed };
        Write();
        Note(isKept ? "recorded" : "recording-failed", isKept ? $"{_row.Id} {length.TotalSeconds:0} s" : _row.Id.ToString());
        if (!isKept)
        {
            _context.Log(LogLevel.Error, "recording-failed", $"{_row.Id} of {_row.Interaction} could not be written to {_row.File}; the call went on");
        }
    }

    private void Write() => _context.Ledger.Write(new StoreRow.OfRecording(_row));

    private void Note(string happened, string detail) => _context.Ledger.Note(_context.Now, _row.Interaction.ToString(), happened, detail);
}
