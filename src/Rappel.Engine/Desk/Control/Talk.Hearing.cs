using Rappel.Core.Ivr;
using Rappel.Engine.Desk.Control.Phones;
using Rappel.Engine.Desk.Live;
using Rappel.Engine.Telephony;

namespace Rappel.Engine.Desk.Control;

/// <content>Who hears whom.</content>
internal sealed partial class Talk
{
    /// <summary>Who hears whom, as it should be now.</summary>
    public void Arrange()
    {
        if (_over || IsWhispering)
        {
            return;
        }

        if (Asked is { Line: { } line } beside)
        {
            Arrange(line, beside);
        }

        switch (this)
        {
            case { IsSeatAwaited: true }:
                Part();
                Comfort(Customer.Leg);
                break;
            case { AskedHere: { IsCalling: true } }:
                Part();
                Comfort(Customer.Leg);
                _context.Legs.PlayRinging(Seat.Leg);
                break;
            case { AskedHere: { State: LiveConsultState.Talking } asked }:
                Pair(asked.Party.Leg, null);
                Comfort(Customer.Leg);
                break;
            case { AskedHere: { State: LiveConsultState.Joined } asked }:
                Pair(Customer.Leg, Customer.Music);
                _pair!.Conference.Admit(asked.Party.Leg, Telephony.Part.Talker);
                break;
            case { AskedHere: { State: LiveConsultState.Held } asked }:
                Pair(Customer.Leg, Customer.Music);
                Comfort(asked.Party.Leg);
                break;
            case { _held: true }:
                Part();
                Comfort(Customer.Leg);
                _context.Legs.StopPlaying(Seat.Leg);
                break;
            default:
                Pair(Customer.Leg, Customer.Music);
                break;
        }

        Track();
    }

    /// <summary>Somebody's phone holds, or is back.</summary>
    public void HoldChanged()
    {
        _pair?.HoldChanged();
        Track();
    }

    private void Pair(Leg other, AudioSegment? music)
    {
        if (_pair?.Other != other)
        {
            Part();
            _pair = new Conversation(_context, Seat.Leg, other, music);
        }
    }

    private void Part()
    {
        _pair?.End();
        _pair = null;
    }

    private static void Arrange(SecondLine line, Consult asked)
    {
        if (asked.IsCalling)
        {
            line.Ring();
        }
        else
        {
            line.Join(asked.Party.Leg);
        }
    }

    private void Comfort(Leg leg) => _context.Legs.PlayMusic(leg, Customer.Music);

    private void Track()
    {
        var state = this switch
        {
            { IsSeatAwaited: true } => LiveCallState.Reconnecting,
            { AskedHere: { IsCalling: true } or { State: LiveConsultState.Talking } } or { _held: true, AskedHere: null } => LiveCallState.Held,
            { _pair: { IsTogether: false } } => LiveCallState.Held,
            _ => LiveCallState.Talking,
        };
        if (state != _state)
        {
            (_state, _since) = (state, _context.Now);
        }

        Asked?.Follow(withCustomer: state == LiveCallState.Talking);
    }
}
