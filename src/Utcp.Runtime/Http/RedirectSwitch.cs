namespace Utcp.Http;

/// <summary>Makes sure that a handler given by the user leaves redirects to us (D14): its own would check nothing.</summary>
internal static class RedirectSwitch
{
    public static void TurnOff(HttpMessageHandler handler)
    {
        for (HttpMessageHandler? at = handler; at is not null; at = (at as DelegatingHandler)?.InnerHandler)
        {
            try
            {
                if (at is SocketsHttpHandler { AllowAutoRedirect: true } sockets)
                {
                    sockets.AllowAutoRedirect = false;
                }
                else if (at is HttpClientHandler { AllowAutoRedirect: true } client)
                {
                    client.AllowAutoRedirect = false;
                }
            }
            catch (InvalidOperationException e)
            {
                throw new ArgumentException("The given HttpHandler follows redirects by itself and was used already. Set its AllowAutoRedirect to false before its first use.", "options", e);
            }
        }
    }
}
