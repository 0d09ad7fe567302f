namespace Utcp.Telemetry;

/// <summary>Tells listeners about requests for tokens.</summary>
internal static class TokenObservation
{
    public static async Task<T> OfAsync<T>(Task<T> fetch, UtcpChannel channel, string host)
    {
        try
        {
            var token = await fetch.ConfigureAwait(false);
            CallMetrics.TokenRequested(host, null);
            channel.Log?.TokenReceived(host);
            return token;
        }
        catch (Exception e)
        {
            CallMetrics.TokenRequested(host, e);
            channel.Log?.TokenRefused(e is Authentication.TokenFailure ? e.Message : e.GetType().Name);
            throw;
        }
    }
}
