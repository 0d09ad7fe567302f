namespace Utcp.Http;

/// <summary>The end of a call: by timeout or by the caller. Dispose it once.</summary>
internal readonly struct Deadline(DeadlinePool? pool, CancellationTokenSource? source, CancellationTokenRegistration registration, CancellationToken token)
{
    public CancellationToken Token { get; } = token;

    /// <summary>Whether the time is over. Also true when the caller has cancelled, so ask the caller's token first.</summary>
    public bool IsOver => source is not null && source.IsCancellationRequested;

    /// <summary>Ends the deadline without ever reusing its source, for answers whose stream lives on: a handler may have kept the token.</summary>
    public void Abandon()
    {
        registration.Dispose();
        source?.Dispose();
    }

    public void Dispose()
    {
        if (source is not null)
        {
            registration.Dispose();
            pool!.Return(source);
        }
    }
}
