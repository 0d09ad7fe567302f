namespace Utcp.Authentication;

/// <summary>A token as it goes into the Authorization header, and when to stop using it.</summary>
internal sealed record AccessToken(string Header, DateTimeOffset Expiry)
{
    // A token in the text of an exception or a log would be a leak.
    public override string ToString() => "AccessToken";
}
