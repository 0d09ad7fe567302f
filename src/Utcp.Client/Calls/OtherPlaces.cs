using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>Where inputs go that a manual leaves open (UTCP section 2.3). Placeholders are never among them: the reader refuses those without an input.</summary>
internal sealed class OtherPlaces(IReadOnlyList<string> headerFields, string? bodyField, ParameterLocation rest)
{
    /// <summary>The places of an input: at least one.</summary>
    public IEnumerable<ParameterLocation> Of(string name)
    {
        var isPlaced = false;
        if (headerFields.Contains(name))
        {
            isPlaced = true;
            yield return ParameterLocation.Header;
        }

        if (name == bodyField)
        {
            isPlaced = true;
            yield return ParameterLocation.Body;
        }

        if (!isPlaced)
        {
            yield return rest;
        }
    }
}
