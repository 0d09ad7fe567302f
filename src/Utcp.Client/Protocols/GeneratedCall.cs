using Utcp.Manuals.Model;

namespace Utcp.Client.Protocols;

/// <summary>Stands for the template of a manual whose client was generated: there is nothing to find.</summary>
internal sealed record GeneratedCall : Call
{
    public const string TypeName = "generated";
}
