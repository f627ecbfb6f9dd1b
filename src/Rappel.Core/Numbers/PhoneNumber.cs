namespace Rappel.Core.Numbers;

/// <summary>A number one can dial: E.164 with its plus sign (<c>+15145550100</c>), or an extension (<c>1001</c>). Never empty.</summary>
public readonly record struct PhoneNumber(string Value)
{
    /// <summary>Digits only, without the plus sign: what is spoken digit by digit.</summary>
    public string Digits => new([.. Value.Where(char.IsAsciiDigit)]);

    public override string ToString() => Value;
}
