"""What an indicator rests on, as one hash: its claim, its evidence, its register."""

from collections.abc import Mapping

from rolcheck.base.canon import canonical, sha256_hex
from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.asked import register_of
from rolcheck.criteria.model import Criteria
from rolcheck.submission.manifest import Manifest


def material_versions(
    criteria: Criteria, manifest: Manifest, files: Mapping[str, str]
) -> dict[str, str]:
    """Return for every indicator the hash of what it rests on: claim, evidence, register."""
    claims = {claim.indicator: decimal_text(claim.points) for claim in manifest.claims}
    registers = {register.id: files[register.file] for register in manifest.registers}
    versions = {}
    for indicator in criteria.indicators:
        register = register_of(indicator)
        material = {
            "claim": claims.get(indicator.id),
            "evidence": [
                [piece.id, piece.pages, files[piece.file]]
                for piece in manifest.evidence_for(indicator.id)
            ],
            "register": registers.get(register) if register else None,
        }
        versions[indicator.id] = sha256_hex(canonical(material))
    return versions
