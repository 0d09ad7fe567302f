namespace Utcp.WebSockets;

/// <summary>A message as it reaches an exchange; valid during the call that gets it.</summary>
internal readonly ref struct Incoming(ReadOnlySpan<byte> payload, bool isBinary, Envelope envelope)
{
    /// <summary>The whole message.</summary>
    public ReadOnlySpan<byte> Payload { get; } = payload;

    public bool IsBinary { get; } = isBinary;

    /// <summary>What the message is when it is an envelope.</summary>
    public Envelope Envelope { get; } = envelope;

    /// <summary>What the result is read from.</summary>
    public ReadOnlySpan<byte> Result => Envelope.Kind == EnvelopeKind.None ? Payload : Envelope.HasResult ? Payload[Envelope.Result] : "null"u8;

    /// <summary>What an error says.</summary>
    public ReadOnlySpan<byte> Error => Payload[Envelope.Error];
}
