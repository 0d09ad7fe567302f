namespace Utcp;

/// <summary>
/// The server answered with a status for which the manual declares the shape of the body, and the body has it: <c>catch (UtcpHttpException&lt;Problem&gt; e) when (e.StatusCode == 422)</c>.
/// A body that does not fit gives the plain <see cref="UtcpHttpException"/>, so that nothing hides the status.
/// </summary>
/// <typeparam name="TError">The type that the manual declares for the status.</typeparam>
public sealed class UtcpHttpException<TError> : UtcpHttpException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="answer">What the server answered.</param>
    /// <param name="error">The body as it was read.</param>
    public UtcpHttpException(UtcpHttpException answer, TError error)
        : base(answer) => Error = error;

    /// <summary>The body, read.</summary>
    public TError Error { get; }
}
